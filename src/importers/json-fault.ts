import { openable } from './json-text.ts';

/** One sentence that says where a text stops being JSON, or what it is. */
export function jsonFaultOf(text: string): string {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!/^\s*[[{]/.test(source)) return `This is text, not JSON. ${openable}`;
  const at = faultOf(source);
  const before = source.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const place = `line ${line}, column ${column}`;
  if (at >= source.length) return `The JSON ends too early, at ${place}: the file may have been cut off.`;
  const found = JSON.stringify(String.fromCodePoint(source.codePointAt(at) ?? 0xfffd));
  return `This is not JSON: ${found} is not expected at ${place}.`;
}

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The end of the number or word that begins here, or `undefined`. */
function endOfLiteral(source: string, start: number): number | undefined {
  literal.lastIndex = start;
  return literal.test(source) ? literal.lastIndex : undefined;
}

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Where a text first stops being JSON: its length where it ends too early. */
function faultOf(source: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  const closed = (): Wanted => (open.length === 0 ? 'nothing' : 'comma-or-end');
  let position = 0;
  for (;;) {
    const start = skipSpace(source, position);
    if (start >= source.length) return source.length;
    const sign = source.charAt(start);
    const isValueWanted: boolean = wanted === 'value' || wanted === 'value-or-end';
    const isKeyWanted: boolean = wanted === 'key' || wanted === 'key-or-end';
    position = start + 1;
    if (sign === '"') {
      if (!isValueWanted && !isKeyWanted) return start;
      const string = scanString(source, start);
      if (!string.isWhole) return string.end;
      position = string.end;
      wanted = isKeyWanted ? 'colon' : closed();
    } else if (sign === '{' || sign === '[') {
      if (!isValueWanted) return start;
      open.push(sign);
      wanted = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else if (sign === ':') {
      if (wanted !== 'colon') return start;
      wanted = 'value';
    } else if (sign === ',') {
      if (wanted !== 'comma-or-end') return start;
      wanted = open.at(-1) === '{' ? 'key' : 'value';
    } else if (sign === '}' || sign === ']') {
      const isEnd = wanted === 'comma-or-end' || wanted === (sign === '}' ? 'key-or-end' : 'value-or-end');
      if (open.pop() !== (sign === '}' ? '{' : '[') || !isEnd) return start;
      wanted = closed();
    } else {
      const end = isValueWanted ? endOfLiteral(source, start) : undefined;
      if (end === undefined) return isBeginningOfWord(source, start) ? source.length : start;
      position = end;
      wanted = closed();
    }
  }
}

/** `tru` at the very end of a text was `true` before it was cut off. */
const isBeginningOfWord = (source: string, start: number) =>
  source.length - start < 5 &&
  ['true', 'false', 'null', '-'].some((word) => word.startsWith(source.slice(start)));

function skipSpace(source: string, from: number): number {
  let at = from;
  while (at < source.length && ' \t\r\n'.includes(source.charAt(at))) at += 1;
  return at;
}

/** The end of a string, or the place where it breaks. */
function scanString(source: string, start: number): { readonly end: number; readonly isWhole: boolean } {
  for (let at = start + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 34) return { end: at + 1, isWhole: true };
    if (code < 32) return { end: at, isWhole: false };
    if (code !== 92) continue;
    const escaped = source.slice(at + 1, at + 6);
    const isCutOff = /^(u[\dA-Fa-f]{0,3})?$/.test(escaped) && at + 1 + escaped.length === source.length;
    if (isCutOff) return { end: source.length, isWhole: false };
    if (!/^(["\\/bfnrt]|u[\dA-Fa-f]{4})/.test(escaped)) return { end: at, isWhole: false };
    at += 1;
  }
  return { end: source.length, isWhole: false };
}
