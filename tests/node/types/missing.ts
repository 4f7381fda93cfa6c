// What is no entry has no types.
export const missing = [
  // @ts-expect-error -- a part of the package
  () => import("xregion/engine"),
  // @ts-expect-error -- a language that there is not
  () => import("xregion/locales/xx"),
  // @ts-expect-error -- the types of the languages
  () => import("xregion/locales/locale"),
];
