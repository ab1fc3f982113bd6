/** What is said where a place or a partner is refused; its text says why. */
export const refusal = { tone: 'refusal', title: 'Not here' } as const;
