/** Letters, digits, `-`, `_` and `.` of a design's name: a name every file system takes. */
export const fileNameOf = (name: string): string =>
  name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'design';
