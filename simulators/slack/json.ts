/** A JSON object whose fields nobody has checked yet. */
export type JsonObject = Record<string, unknown>;

/** Takes anything; says whether it is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes anything; gives the objects of an array, or none. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Takes anything; gives the field when the value is an object and the field a string. */
export function stringIn(value: unknown, field: string): string | undefined {
  const found = isObject(value) ? value[field] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Takes text; gives what it says as JSON, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Takes a payload and what should be different about it; gives a changed copy. Objects are merged field by field,
 * a field set to `undefined` is taken out, everything else replaces what was there.
 */
export function withOverride(payload: JsonObject, override: JsonObject | undefined): JsonObject {
  const changed: JsonObject = { ...payload };
  for (const [field, value] of Object.entries(override ?? {})) {
    const before = changed[field];
    if (value === undefined) delete changed[field];
    else changed[field] = isObject(value) && isObject(before) ? withOverride(before, value) : value;
  }
  return changed;
}
