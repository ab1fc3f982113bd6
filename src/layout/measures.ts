/** Sizes of the drawing in CSS pixels, after the visual language. */
export const measures = {
  node: { height: 44, heightInSubnet: 46, minimum: 132, maximum: 206, tile: 28, left: 7, gap: 8, right: 8 },
  subnet: {
    inset: 7,
    header: 32,
    tallHeader: 44,
    foot: 28,
    /** Room for the signs at the upper corner of a node, clear of the node above it. */
    rowGap: 11,
    /**
     * Between nodes beside whose gaps others stand: room for the link of one of these, `link` below the node above and
     * clear of the signs at the corner of the node below.
     */
    staggered: { gap: 20, link: 5 },
    columnGap: 14,
    minimum: 156,
    maximum: 260,
  },
  badge: { height: 20, gap: 6, columnGap: 6, left: 5, right: 7, icon: 12, iconGap: 4 },
  /** `header`: room for its words, and for the signs on its border and on those of its subnets. */
  virtualNetwork: { inset: 12, header: 40, gap: 12, columnGap: 12, minimum: 180 },
  /** Of networks that Microsoft runs: title and fact in the header, and room below for the findings of what is first. */
  hosted: { inset: 12, header: 54, columnGap: 14, gap: 20, minimum: 190, most: 8 },
  /** `foot`: below the networks, room for a line that keeps clear of them and of the border. */
  region: { inset: 14, header: 36, foot: 28 },
  onPremises: { inset: 10, header: 50, gap: 14, minimum: 150 },
  /** Between networks: room for a pipe, a route and its label. */
  networkGap: 72,
  /** Between a site and what it is joined to: room for a pipe. */
  siteGap: 38,
  rowGap: 48,
  /** As far apart as the endpoints beside them. */
  serviceGap: 13,
  /** Between the right-most network and the services: room for private links. */
  linkGap: 40,
  /** `width`: as far as a text widens it by itself; `fold`: side of the corner that is turned up. */
  note: { inset: 10, top: 8, line: 16, width: 220, minimum: 72, gap: 16, radius: 6, fold: 11 },
  card: {
    gap: 30,
    internetWidth: 720,
    internetHeight: 104,
    zoneRow: 30,
    zoneGap: 6,
    zoneColumn: 202,
    zoneHeader: 40,
    tallZoneHeader: 56,
    zoneHeading: 20,
    inset: 12,
  },
} as const;
