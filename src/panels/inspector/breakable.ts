import { createElement, type ReactNode } from 'react';

/** A name that is too long for a line breaks after its dots and before its capitals. */
const nameParts = (name: string): ReactNode[] =>
  name
    .split(/(?<=\w\.)(?=\w)|(?<=[a-z])(?=[A-Z])/)
    .flatMap((part, at) => (at === 0 ? part : [createElement('wbr', { key: at }), part]));

const whole = { display: 'inline-block' } as const;

/** Names, separated by commas, of which only one that is too long for a line breaks within itself. */
export function breakable(words: string): ReactNode {
  const names = words.split(/(?<=,) /);
  if (names.length === 1) return nameParts(words);
  return names.flatMap((name, at) => [
    at === 0 ? '' : ' ',
    createElement('span', { key: name, style: whole }, ...nameParts(name)),
  ]);
}

const address = /(\d+(?:\.\d+){3}(?:\/\d+)?)/;
const small = { fontSize: 11 } as const;

/** Words in which addresses have the face of addresses. */
export const withAddresses = (words: string): ReactNode =>
  words
    .split(address)
    .map((part, at) =>
      at % 2 === 1 ? createElement('span', { key: at, className: 'mono', style: small }, part) : part,
    );
