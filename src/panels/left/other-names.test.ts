import { expect, it } from 'vitest';
import { otherNamesOf } from './other-names.ts';

it('finds kinds by what people call them', () => {
  expect(otherNamesOf('network-security-group').split(' ')).toContain('nsg');
  expect(otherNamesOf('container-registry').split(' ')).toContain('acr');
  expect(otherNamesOf('kubernetes-cluster').split(' ')).toContain('aks');
  expect(otherNamesOf('route-table').split(' ')).toContain('udr');
});
