import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const monitoringExplanations: Explanations = {
  'monitor-outside-private-only-scope': {
    why: 'Networks that resolve Azure Monitor by a scope whose access mode is private only can write to, or query, nothing outside of the scope. Logs and metrics of a workspace that is left out are lost.',
    sources: [sources.monitorPrivateLink, sources.workspaceNetwork],
  },
  'monitor-public': {
    why: 'Logs and metrics of a private workspace leave by the public endpoints of Azure Monitor and can be read over them. They hold names of data, code and people.',
    sources: [sources.monitorPrivateLink, sources.behindFirewall],
  },
  'monitor-unreachable': {
    why: 'Application Insights with public ingestion off takes logs by a private link scope with a private endpoint alone. Without both, logs and metrics of jobs and endpoints are lost, and nothing says so.',
    sources: [sources.monitorPrivateLink, sources.behindFirewall],
  },
  'private-link-scopes-share-dns': {
    why: 'All scopes use the same names. Endpoints of two scopes in one zone overwrite each other’s records, and delete them with either: monitoring of everything that resolves there follows whichever came last.',
    sources: [sources.monitorPrivateLink],
  },
};
