import { createElement, type ReactNode } from 'react';

/** Words in which names that are too long for a line break after their dots and before their capitals. */
export const breakable = (words: string): ReactNode =>
  words
    .split(/(?<=\w\.)(?=\w)|(?<=[a-z])(?=[A-Z])/)
    .flatMap((part, at) => (at === 0 ? part : [createElement('wbr', { key: at }), part]));
