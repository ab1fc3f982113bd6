/** Elements opened and closed in order, attributes quoted, nothing loose: what is wrong with XML as we write it. */
export function xmlFault(xml: string): string | undefined {
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').trim();
  const open: string[] = [];
  const pattern = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return `broken at ${text.slice(at, at + 60)}`;
    const [all, end, name = '', attributes = '', self, words] = match;
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(words ?? attributes)) return `a bare ampersand in ${all}`;
    if (name !== '' && end && open.pop() !== name) return `${name} closes what is not open`;
    if (name !== '' && !end && !self) open.push(name);
  }
  return open.length === 0 ? undefined : `${open.join()} stays open`;
}
