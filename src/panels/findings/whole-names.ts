import { createElement, type ReactNode } from 'react';

const whole = { display: 'inline-block' } as const;
const code = { whiteSpace: 'nowrap', fontSize: '0.92em' } as const;

/** The most characters that the narrowest line holds: a longer name would stand apart from the words around it. */
const most = 36;

/** A long name may break after its dots and slashes, and nowhere within what stands between them. */
export const separated = (name: string): ReactNode[] =>
  name
    .split(/(?<=[./](?=\w))/)
    .flatMap((part, at) => (at === 0 ? [part] : [createElement('wbr', { key: at }), part]));

const isWhole = (part: string) => part.includes('-') && part.length <= most;

const named = (sentence: string, key: string): ReactNode[] =>
  sentence
    .split(/(\S+[-./]\S+)/)
    .map((part, at) =>
      at % 2 === 0
        ? part
        : isWhole(part)
          ? createElement('span', { key: `${key} ${at}`, style: whole }, part)
          : createElement('span', { key: `${key} ${at}` }, ...separated(part)),
    );

/**
 * A sentence whose names do not break at a hyphen as long as there is a line that holds them, and else only between
 * their parts. What stands between backticks is code.
 */
export const wholeNames = (sentence: string): ReactNode =>
  sentence
    .split('`')
    .flatMap((part, at): ReactNode[] =>
      at % 2 === 1
        ? [createElement('code', { key: `code ${at}`, className: 'mono', style: code }, part)]
        : named(part, `${at}`),
    );
