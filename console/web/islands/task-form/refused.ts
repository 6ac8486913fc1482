// What the server has against what was sent stands at its field until that is changed.
export type Instance = { id: string; valuePath: (string | number)[] };

export class Refused {
  private readonly values = new Map<string, string>();

  // By the field's path.
  constructor(private readonly sentences: Map<string, string>) {}

  get isEmpty() {
    return this.sentences.size === 0;
  }

  // The first value that is seen of a field is the one that was sent.
  of(instance: Instance, value: unknown): string | undefined {
    const path = written(instance.valuePath);
    const sentence = this.sentences.get(path);
    const now = JSON.stringify(value ?? null);
    if (sentence && !this.values.has(path)) {
      this.values.set(path, now);
    }
    return this.values.get(path) === now ? sentence : undefined;
  }
}

// As the server writes it: rows counted from one.
function written(path: (string | number)[]): string {
  return path.map((part, i) => (/^\d+$/.test(String(part)) ? `[${Number(part) + 1}]` : (i ? "." : "") + part)).join("");
}
