// The form viewer's own words in the page's language (form-words.mjs puts the question into its source).
import flatpickr from "flatpickr";
import { Mandarin } from "flatpickr/dist/esm/l10n/zh.js";

export const isEnglish = document.documentElement.lang === "en";

const CHINESE: Record<string, string> = {
  "No results": "没有符合的选项",
  "All values selected": "已全部选择",
  Search: "输入以查找",
  Select: "请选择",
  "Add new": "增加一行",
  Collapse: "收起",
  "Remove {0}": "移除{0}",
  "Skip to search": "跳到查找",
  "Remove row {0}": "删除第 {0} 行",
  Increment: "加一",
  Decrement: "减一",
  "Date and time must both be entered.": "日期和时间都要填写。",
  "Value is not a number.": "应为数字。",
  "Field is required.": "必填。",
  "Must be at least {0}.": "应不小于 {0}。",
  "Must be at most {0}.": "应不大于 {0}。",
  "Must have at least {0} characters.": "至少 {0} 字。",
  "Must have at most {0} characters.": "最多 {0} 字。",
  "Must be of the form {0}.": "格式不对，应符合 {0}。",
  "Must be a whole number.": "应为整数。",
  "Must have at most {0} decimals.": "最多 {0} 位小数。",
};

export function formWord(english: string, value?: unknown): string {
  const word = isEnglish ? english : (CHINESE[english] ?? english);
  return value === undefined ? word : word.replace("{0}", String(value));
}

if (!isEnglish) {
  flatpickr.localize({ ...Mandarin, monthAriaLabel: "月份", yearAriaLabel: "年份" });
  flatpickr.setDefaults({ ariaDateFormat: "Y年n月j日" });
}
