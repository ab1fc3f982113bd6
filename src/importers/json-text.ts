/** JSON as a value, or one sentence that says why it is none; where it stops being JSON, `jsonFaultOf` tells. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error?: string };

/** What can be opened instead of a file that cannot. */
export const openable = 'Open a design that Isoplan has saved, or an Azure resource export.';

/** Levels of nesting beyond which nothing is read: no design and no export comes near. */
const maximumDepth = 500;

/** Reads JSON text without ever throwing; nesting is bounded, so that what reads the value may recurse. */
export function parseJson(text: string): JsonText {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.trim() === '') return { ok: false, error: 'The file is empty.' };
  if (source.includes('\u0000')) return { ok: false, error: `This is not a text file. ${openable}` };
  if (isDeeperThan(source, maximumDepth))
    return {
      ok: false,
      error: `The JSON is nested more than ${maximumDepth} levels deep: no design and no export is.`,
    };
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    return { ok: false };
  }
}

function isDeeperThan(source: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (inString) {
      if (code === 92) at += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return false;
}
