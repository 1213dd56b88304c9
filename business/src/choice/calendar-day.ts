/** The calendar day of an instant in a time zone, `YYYY-MM-DD`: Sweden writes it so. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short" }).format(instant);
}
