import type { Cloud } from '#catalog';
import { isPrivateAddress, parseAddress, parsePrefix } from '#network';

/** What can be chosen on opening a reference architecture. */
export interface Adaptation {
  /** CIDR, all of it private, from which every network takes its part. */
  readonly addressSpace: string;
  /** Azure's programmatic location name. */
  readonly region: string;
  readonly cloud: Cloud;
  readonly workspaces: number;
  /** Of each training cluster. */
  readonly maxNodes: number;
  readonly onPremises: boolean;
  /** What the names of resources end in, e.g. `prod`; empty where they stay as they are. */
  readonly nameEnding: string;
}

/** Why something cannot be made, in one sentence, and what was chosen wrongly. */
export interface Fault {
  readonly fault: string;
  readonly of: Exclude<keyof Adaptation, 'cloud' | 'onPremises'>;
}

export const mostWorkspaces = 20;
export const mostNodes = 5000;
/** A key vault’s name has 24 characters at most: Naming rules and restrictions for Azure resources, read 2026-11-28. */
const longestEnding = 6;

/** A region to begin with in each cloud. */
export const firstRegionOf: Readonly<Record<Cloud, string>> = {
  public: 'westeurope',
  'us-government': 'usgovvirginia',
  china: 'chinanorth3',
};

const cloudOfRegion = (region: string): Cloud =>
  /^(usgov|usdod)/.test(region) ? 'us-government' : region.startsWith('china') ? 'china' : 'public';

const cloudNames: Readonly<Record<Cloud, string>> = {
  public: 'the public cloud',
  'us-government': 'Azure Government',
  china: 'Azure operated by 21Vianet',
};

const isWhole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;

/** Why an address space cannot be used, in one sentence. */
function faultOfSpace(space: string): string | undefined {
  const prefix = parsePrefix(space);
  const [first = '', bits = ''] = space.split('/');
  if (!prefix && parseAddress(first) !== undefined && /^\d+$/.test(bits) && Number(bits) > 32)
    return `“${space}” is no address space: the number after the slash is at most 32, as in ${first}/16.`;
  if (!prefix || bits === '' || parseAddress(first) === undefined)
    return `“${space}” is no address space: write one such as 10.0.0.0/16, with the first address of the range.`;
  return isPrivateAddress(prefix.first) && isPrivateAddress(prefix.last)
    ? undefined
    : `${space} holds public addresses: use a part of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.`;
}

/** What is wrong with an adaptation by itself; whether its networks fit is for `compose` to say. */
export function faultOf(
  adaptation: Omit<Adaptation, 'onPremises' | 'nameEnding'> & Partial<Pick<Adaptation, 'nameEnding'>>,
): Fault | undefined {
  const { addressSpace, region, cloud, workspaces, maxNodes, nameEnding = '' } = adaptation;
  if (!/^[a-z0-9]*$/.test(nameEnding) || nameEnding.length > longestEnding)
    return {
      of: 'nameEnding',
      fault: `“${nameEnding}” cannot end every name: write up to ${longestEnding} small letters or digits, as Azure asks for storage and vaults.`,
    };
  if (!isWhole(workspaces, mostWorkspaces))
    return {
      of: 'workspaces',
      fault: `The number of workspaces is a whole number from 1 to ${mostWorkspaces}.`,
    };
  if (!isWhole(maxNodes, mostNodes))
    return { of: 'maxNodes', fault: `The maximum number of nodes is a whole number from 1 to ${mostNodes}.` };
  if (!/^[a-z][a-z0-9]+$/.test(region))
    return {
      of: 'region',
      fault: `“${region}” is no region: write Azure’s name for it, such as ${firstRegionOf[cloud]}.`,
    };
  if (cloudOfRegion(region) !== cloud)
    return {
      of: 'region',
      fault: `${region} is a region of ${cloudNames[cloudOfRegion(region)]}, not of ${cloudNames[cloud]}.`,
    };
  const fault = faultOfSpace(addressSpace);
  return fault === undefined ? undefined : { of: 'addressSpace', fault };
}
