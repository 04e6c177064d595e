/** The year that a page of a register is asked for (`?year=`), by default this one. */
export function askedYear(request: Request, today: string): number {
  const asked = Number(new URL(request.url).searchParams.get("year"));
  return asked >= 1949 && asked <= 9999 ? Math.floor(asked) : Number(today.slice(0, 4));
}
