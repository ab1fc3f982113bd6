import { type DesignBuilder, design, type Properties, testRule } from '#testing';
import { bastionWithoutPublicAddress } from './bastion-without-public-address.ts';

const bastion = (properties: Properties<'bastion'>): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureBastionSubnet', 'hub', '10.0.1.0/26')
    .inRegion('public-ip-address', 'pip')
    .add('bastion', 'bas', 'AzureBastionSubnet', properties);

testRule(bastionWithoutPublicAddress, {
  valid: {
    'a Bastion with an address': { design: bastion({ publicIPAddresses: ['pip'] }), passes: 1 },
    'Premium, which can be private-only': { design: bastion({ sku: 'Premium' }), passes: 1 },
    'Developer, which has no address of its own': { design: bastion({ sku: 'Developer' }), passes: 1 },
    'a Bastion in no subnet': {
      design: design().inRegion('bastion', 'bas', { sku: 'Developer' }),
      passes: 0,
    },
  },
  invalid: {
    'a SKU that needs one': {
      design: bastion({ sku: 'Standard', publicIPAddresses: [] }),
      findings: [
        {
          at: 'bas',
          message: 'none',
          severity: 'error',
          text: 'bas has no public IP address: Azure does not deploy a Bastion of the SKU Standard without one',
          fix: 'Add a public IP address',
        },
      ],
    },
    'no SKU, which Azure takes for one that needs an address': {
      design: bastion({}),
      findings: [
        {
          at: 'bas',
          message: 'unset',
          severity: 'error',
          text: 'bas has no public IP address: Azure does not deploy a Bastion without one, unless its SKU is Premium and it is private-only',
          fix: 'Add a public IP address',
        },
      ],
    },
  },
});
