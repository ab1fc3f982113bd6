/** The Azure clouds whose names and zones differ. */
export const clouds = ['public', 'us-government', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/** One value for each cloud. */
export type PerCloud<T> = Readonly<Record<Cloud, T>>;

/** The same value in every cloud. */
export const everywhere = <T>(value: T): PerCloud<T> => ({
  public: value,
  'us-government': value,
  china: value,
});
