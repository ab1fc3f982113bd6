import { isObject, type JsonObject, propertyOf } from '../json-object.ts';

const workspaceType = 'microsoft.machinelearningservices/workspaces';

/** `public_network_access` is `publicNetworkAccess`, at every depth. */
function inAzureWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inAzureWords);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      inAzureWords(item),
    ]),
  );
}

/** `allow_only_approved_outbound` is one word in Azure. */
const word = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('_', '') : value);

const partOf = (value: JsonObject, name: string): JsonObject => {
  const part = propertyOf(value, name);
  return isObject(part) ? part : {};
};

function workspaceOf(value: JsonObject): JsonObject {
  const network = partOf(value, 'managedNetwork');
  const rules = propertyOf(network, 'outboundRules');
  const byName = (Array.isArray(rules) ? rules.filter(isObject) : []).map((rule): [string, unknown] => [
    String(propertyOf(rule, 'name') ?? ''),
    { ...rule, type: word(propertyOf(rule, 'type')) },
  ]);
  const serverless = partOf(value, 'serverlessCompute');
  return {
    ...value,
    hubResourceId: propertyOf(value, 'hubId'),
    ...(Object.keys(network).length > 0 && {
      managedNetwork: {
        ...network,
        isolationMode: word(propertyOf(network, 'isolationMode')),
        ...(Array.isArray(rules) && { outboundRules: Object.fromEntries(byName) }),
      },
    }),
    ...(Object.keys(serverless).length > 0 && {
      serverlessComputeSettings: {
        serverlessComputeCustomSubnet: propertyOf(serverless, 'customSubnet'),
        serverlessComputeNoPublicIP: propertyOf(serverless, 'noPublicIp'),
      },
    }),
  };
}

const computeOf = (value: JsonObject): JsonObject => ({
  computeType: propertyOf(value, 'type'),
  resourceId: propertyOf(value, 'resourceId'),
  properties: {
    vmSize: propertyOf(value, 'size'),
    subnet: propertyOf(partOf(value, 'networkSettings'), 'subnet'),
    enableNodePublicIp: propertyOf(value, 'enableNodePublicIp'),
    scaleSettings: {
      minNodeCount: propertyOf(value, 'minInstances'),
      maxNodeCount: propertyOf(value, 'maxInstances'),
    },
    ...(propertyOf(value, 'sshPublicAccessEnabled') === true && {
      sshSettings: { sshPublicAccess: 'Enabled' },
    }),
  },
});

/**
 * The properties of a workspace or a compute in the words of `az ml`, which has words of its own; `undefined` where the
 * value is not in them.
 */
export function propertiesOfCli(value: JsonObject, type: string): JsonObject | undefined {
  if (propertyOf(value, 'properties') !== undefined) return undefined;
  const isWorkspace = type === workspaceType && Object.keys(value).some((key) => key.includes('_'));
  const isCompute = type === `${workspaceType}/computes` && propertyOf(value, 'computeType') === undefined;
  if (!isWorkspace && !isCompute) return undefined;
  const words = inAzureWords(value) as JsonObject;
  return isWorkspace ? workspaceOf(words) : computeOf(words);
}
