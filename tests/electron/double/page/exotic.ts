/** Tells a Proxy from the object that it stands for, which only the structured clone does: it refuses every Proxy. */

/** Why a value cannot be cloned: the message names what was refused, by its source or its constructor. */
function refusal(value: unknown): string | undefined {
  try {
    structuredClone(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * An ordinary object is refused for the first of its values that is, and with that one's message; a Proxy, or a thing of
 * the browser's, for itself. (Where both say the same, the value within is a Proxy, and is found when it is its turn.)
 */
export function isExotic(object: object): boolean {
  const own = refusal(object);
  if (own === undefined) return false;
  const inner = Object.values(object)
    .map(refusal)
    .find((message) => message !== undefined);
  return own !== inner;
}
