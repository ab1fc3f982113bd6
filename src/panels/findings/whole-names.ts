import { createElement, type ReactNode } from 'react';

const whole = { display: 'inline-block' } as const;

/** A sentence whose names do not break at a hyphen as long as there is a line that holds them. */
export const wholeNames = (sentence: string): ReactNode =>
  sentence
    .split(/(\S+-\S+)/)
    .map((part, at) => (at % 2 === 1 ? createElement('span', { key: at, style: whole }, part) : part));

/** The name of a resource below those of what it lies in, which breaks between them first. */
export const wholeSteps = (path: string): ReactNode =>
  path.split(/(?<=\/)/).map((step, at) => createElement('span', { key: `step ${at}`, style: whole }, step));
