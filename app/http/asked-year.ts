/** The year that a page of a register is asked for (`?year=`), by default this one. */
export function askedYear(request: Request, today: string): number {
  const asked = Number(new URL(request.url).searchParams.get("year"));
  return asked >= 1949 && asked <= 9999 ? Math.floor(asked) : Number(today.slice(0, 4));
}

/** The month of it (`?month=`, 1 to 12); undefined for the whole year. */
export function askedMonth(request: Request): number | undefined {
  const asked = Number(new URL(request.url).searchParams.get("month"));
  return Number.isInteger(asked) && asked >= 1 && asked <= 12 ? asked : undefined;
}
