import type { Finding } from '#rules';

/** What to do about a finding; the command that it may name stands in a frame of its own, where it can be copied. */
export const remedyWords = ({ remedy, missing }: Finding): string =>
  missing?.command === undefined ? remedy : remedy.replace(`: ${missing.command}`, '.');
