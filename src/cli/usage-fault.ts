/** What a person gave cannot be used: told in one line, status 2. */
export class UsageFault extends Error {}
