import type { Converter } from '../conversion.ts';

/** Lies where its first network interface lies. */
export const virtualMachine: Converter = ({ estate, properties, refer, referAll }) => {
  const ids = properties.part('networkProfile').ids('networkInterfaces');
  const first = ids?.[0] === undefined ? undefined : estate.resolve(ids[0], 'network-interface');
  const firstRow = first && estate.rows.get(first.key);
  const configurations = firstRow && estate.partOf(firstRow).parts('ipConfigurations');
  const subnet = configurations?.map((one) => one.inner().id('subnet')).find((id) => id !== undefined);
  return {
    kind: 'virtual-machine',
    parent: refer('networkProfile.networkInterfaces', subnet, 'subnet'),
    networkInterfaces: referAll('networkProfile.networkInterfaces', ids, 'network-interface'),
  };
};
