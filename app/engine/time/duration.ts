/** One second in milliseconds; every length of time in the code is a multiple of these four. */
export const SECOND = 1000;
/** One minute in milliseconds. */
export const MINUTE = 60 * SECOND;
/** One hour in milliseconds. */
export const HOUR = 60 * MINUTE;
/** Twenty-four hours in milliseconds; a day in Shanghai is always this long. */
export const DAY = 24 * HOUR;
