import { createElement, type ReactNode } from 'react';

const whole = { display: 'inline-block' } as const;

/** The most characters that the narrowest line holds: a longer name would stand apart from the words around it. */
const most = 36;

/** A sentence whose names do not break at a hyphen as long as there is a line that holds them. */
export const wholeNames = (sentence: string): ReactNode =>
  sentence
    .split(/(\S+-\S+)/)
    .map((part, at) =>
      at % 2 === 1 && part.length <= most ? createElement('span', { key: at, style: whole }, part) : part,
    );
