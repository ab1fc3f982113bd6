import { domainToASCII } from 'node:url';
import { shortened } from './one-line.ts';
import { UsageFault } from './usage-fault.ts';

const label = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/;

/** A full host name in lower case, as DNS asks for it; a fault where it is none. */
export function readHost(option: string, text: string): string {
  const fault = (because: string) => new UsageFault(`${option} ${shortened(text)}: ${because}`);
  const address = /^[a-z][a-z\d+.-]*:\/\/([^/?#:@]+)/i.exec(text)?.[1];
  if (address !== undefined) throw fault(`write the host name alone: ${shortened(address)}.`);
  if (text.length > 1000) throw fault('a host name has at most 253 characters.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is told by its range.
  const ascii = /^[\x00-\x7f]*$/.test(text) ? text : domainToASCII(text);
  const host = ascii.toLowerCase().replace(/\.$/, '');
  if (host.length > 253) throw fault('a host name has at most 253 characters.');
  const labels = host.split('.');
  if (labels.length < 2) throw fault('write a full host name, such as www.microsoft.com.');
  if (!labels.every((one) => label.test(one))) throw fault('this is no host name.');
  if (/^\d+$/.test(labels.at(-1) ?? '')) throw fault('this is an address or none, and no host name.');
  return host;
}
