/** The Azure clouds whose names and zones differ. */
export const clouds = ['public', 'us-government', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/** One value for each cloud. */
export type PerCloud<T> = Readonly<Record<Cloud, T>>;

export const perCloud = <T>(value: (cloud: Cloud) => T): PerCloud<T> => ({
  public: value('public'),
  'us-government': value('us-government'),
  china: value('china'),
});

/** The same value in every cloud. */
export const everywhere = <T>(value: T): PerCloud<T> => perCloud(() => value);

/** The values of the public cloud, of US Government and of China, in this order. */
export const inClouds = <T>(inPublic: T, inGovernment: T, inChina: T): PerCloud<T> => ({
  public: inPublic,
  'us-government': inGovernment,
  china: inChina,
});
