import { createElement, type ReactNode } from 'react';

const whole = { display: 'inline-block', verticalAlign: 'top' } as const;
/** Letters that have room in any cell. */
const short = 20;
/** Letters that have room in a line of a cell only when they are smaller. */
const long = 26;
/** Not kept whole: where it breaks all the same, what follows goes on in its last line. */
const small = { fontSize: 11 } as const;

const parted = (parts: readonly ReactNode[]): ReactNode[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [createElement('wbr', { key: `${at}` }), part]));

const humps = (part: string) => parted(part.split(/(?<=[a-z])(?=[A-Z])/));

/** A name that is too long for a line breaks after its dots, and before its capitals where that does not do. */
function nameParts(name: string): ReactNode[] {
  // The end of a host name is none of its own: `com` alone on a line says nothing.
  const [first = '', ...rest] = name.split(/(?<=\w\.)(?=\w)(?![a-z]{2,4}\b,?$)/);
  if (rest.length === 0) return humps(first);
  return parted(
    [first, ...rest].map((part, at) =>
      part.length > short && part.length < long
        ? humps(part)
        : createElement(
            'span',
            { key: `part ${at}`, style: part.length < long ? whole : small },
            ...humps(part),
          ),
    ),
  );
}

/** Names, separated by commas, of which only one that is too long for a line breaks within itself. */
export function breakable(words: string): ReactNode {
  const names = words.split(/(?<=,) /);
  if (names.length === 1) return nameParts(words);
  return names.flatMap((name, at) => [
    at === 0 ? '' : ' ',
    createElement('span', { key: `name ${at}`, style: whole }, ...nameParts(name)),
  ]);
}

const address = /(\d+(?:\.\d+){3}(?:\/\d+| – \.\d+)?)/;

/** Words in which addresses have the face of addresses. */
export const withAddresses = (words: string): ReactNode =>
  words
    .split(address)
    .map((part, at) =>
      at % 2 === 1 ? createElement('span', { key: at, className: 'mono', style: small }, part) : part,
    );
