const prefixOf = (at: number) => `10.${at >> 4}.${(at % 16) * 16}.0`;

/** Networks, each with a subnet for Bastion that is too small. */
const tooSmall = (count: number) => ({
  schemaVersion: 1,
  name: 'too small',
  source: { format: 'isoplan', complete: true },
  goals: {},
  resources: [
    { id: 'r', kind: 'region', name: 'westeurope' },
    ...Array.from({ length: count }, (_, at) => at + 1).flatMap((at) => [
      {
        id: `v${at}`,
        kind: 'virtual-network',
        name: `vnet-${at}`,
        parent: 'r',
        addressPrefixes: [`${prefixOf(at)}/20`],
      },
      {
        id: `s${at}`,
        kind: 'subnet',
        name: 'AzureBastionSubnet',
        parent: `v${at}`,
        addressPrefixes: [`${prefixOf(at)}/27`],
        defaultOutboundAccess: false,
      },
    ]),
  ],
  layout: {},
  accepted: [],
  expectations: [],
});

/** A design of so many networks, to be opened. */
export const tooSmallFile = (count: number) => ({
  name: 'too-small.json',
  content: JSON.stringify(tooSmall(count)),
});
