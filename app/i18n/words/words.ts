/**
 * The second language has the keys of the first; the compiler holds them together. `<key>_one` is what it says of one
 * thing, where its plural differs.
 */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> } & {
  [K in keyof T as T[K] extends string ? `${K & string}_one` : never]?: string;
};
