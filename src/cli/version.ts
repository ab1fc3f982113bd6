/** The version of package.json, which the bundled program cannot read. */
export const version = '0.1.0';
