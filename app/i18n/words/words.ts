/** The second language has the keys of the first; the compiler holds them together. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
