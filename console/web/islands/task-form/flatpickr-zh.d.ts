// The modules of flatpickr's languages come without types.
declare module "flatpickr/dist/esm/l10n/zh.js" {
  import type { CustomLocale } from "flatpickr/dist/types/locale";
  export const Mandarin: CustomLocale;
}
