/** The address plan: a hub and a spoke of the same size, the training subnet with room to grow. */
export const prefixes = {
  hub: '10.1.0.0/16',
  firewallSubnet: '10.1.0.0/26',
  bastionSubnet: '10.1.1.0/26',
  jumpSubnet: '10.1.2.0/27',
  spoke: '10.2.0.0/16',
  trainingSubnet: '10.2.0.0/24',
  endpointSubnet: '10.2.1.0/26',
} as const;

/** First usable address of the firewall's subnet, which Azure gives the firewall. */
export const firewallAddress = '10.1.0.4';
