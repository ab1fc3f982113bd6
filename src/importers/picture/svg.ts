import { designKeyword } from '#model';
import type { DesignText } from './picture.ts';

/** How far into a file its outermost element may begin: after a declaration, a comment, a document type. */
const furthestStart = 4096;

/** Whether a text is an SVG file. */
export function isSvg(text: string): boolean {
  const start = text
    .slice(0, furthestStart)
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('<') && /<svg[\s>]/.test(start);
}

const open = '<metadata';
const close = '</metadata>';

/** The design inside an SVG that we wrote, also where another program has saved it anew. */
export function designInSvg(svg: string): DesignText {
  for (let at = svg.indexOf(open); at >= 0; at = svg.indexOf(open, at + open.length)) {
    const tagEnd = svg.indexOf('>', at);
    const end = svg.indexOf(close, tagEnd);
    if (tagEnd < 0 || end < 0)
      return { ok: false, error: 'The SVG ends too early: the file may have been cut off.' };
    if (svg.slice(at, tagEnd).includes(designKeyword))
      return { ok: true, text: plain(svg.slice(tagEnd + 1, end)) };
  }
  return {
    ok: false,
    error:
      'This SVG holds no design: only drawings that Isoplan wrote open again, and some programs strip the design from them.',
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** We write no entities, but programs that save a file anew may. */
function plain(markup: string): string {
  const section = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(markup);
  if (section) return section[1] ?? '';
  return markup.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (all, hex, digits, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = Number.parseInt(hex ?? digits, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
