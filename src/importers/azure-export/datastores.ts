import { nameOf } from './arm-id.ts';
import type { Estate } from './estate.ts';
import type { Row } from './row.ts';

/** A datastore in a storage account that is shown. */
export interface Datastore {
  readonly name: string;
  readonly account: Row;
  /** The sub-resource of the account that it is read by. */
  readonly groupId: string;
}

const groupOfType: Readonly<Record<string, string>> = {
  azureblob: 'blob',
  azurefile: 'file',
  azuredatalakegen2: 'dfs',
};

/** What a row tells of a datastore; `undefined` of any other row, and of a datastore elsewhere. */
export function datastoreOf(estate: Estate, row: Row): Datastore | undefined {
  if (row.id.type !== 'microsoft.machinelearningservices/workspaces/datastores') return undefined;
  const part = estate.partOf(row);
  const groupId = groupOfType[part.text('datastoreType')?.toLowerCase() ?? ''];
  const account = estate.storageAccountNamed(part.text('accountName') ?? '');
  return groupId === undefined || account === undefined
    ? undefined
    : { name: nameOf(row.id), account, groupId };
}
