/** The part of an address after `?`, without what is empty. */
export function searchOf(params: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
}
