// Numbers as people type them: in full-width digits, too. A comma could part thousands or decimals, so it makes no number.
const NUMBER = /^-?\d+(\.\d*)?$/;

export function plainDigits(typed: string): string {
  return typed.normalize("NFKC").replace("−", "-").trim();
}

export function isPlainNumber(text: string): boolean {
  return NUMBER.test(text);
}
