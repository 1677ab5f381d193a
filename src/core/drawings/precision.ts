/** How exactly a place is known, read from what its source says: "± 1-2 km", "label, ± 10 km", "approximate". */

export interface Precision {
  /** Kilometres around the point in which it lies; null where nobody says. */
  radius: number | null;
  /** The point is where a map would write the name of something wide. */
  isLabel: boolean;
}

export function precisionOf(stated: string): Precision {
  const [, number, unit] = /(?:\d+(?:[.,]\d+)?\s*[-–]\s*)?(\d+(?:[.,]\d+)?)\s*(km|m)\b/u.exec(stated) ?? [];
  const value = number === undefined ? null : Number(number.replace(',', '.'));
  return {
    radius: value === null ? null : unit === 'm' ? value / 1000 : value,
    isLabel: /\blabel\b/iu.test(stated),
  };
}
