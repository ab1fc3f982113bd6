import type { Cloud } from '#catalog';

/** One answer to every question of the planner. */
export interface Answers {
  /** What may leave the network. */
  readonly outbound: 'anything' | 'approved' | 'no-exfiltration';
  /** How a site on-premises is joined. */
  readonly connection: 'none' | 'express-route' | 'vpn';
  /** What is there to join. */
  readonly hub: 'nothing' | 'hub' | 'hub-with-firewall';
  /** Who answers DNS. */
  readonly names: 'azure' | 'resolver' | 'server';
  /** Addresses that can be spared in networks that are joined. */
  readonly addresses: 'enough' | 'few';
  readonly computes: 'instances' | 'clusters' | 'serverless';
  /** Nodes at the largest. */
  readonly nodes: 'few' | 'some' | 'many' | 'very-many';
  readonly scoring: 'none' | 'online' | 'kubernetes' | 'batch' | 'online-and-batch';
  /** Who calls online endpoints. */
  readonly callers: 'nobody' | 'azure' | 'office' | 'gateway';
  /** Who may reach the workspace. */
  readonly access: 'private' | 'public';
  /** Where engineers work. */
  readonly engineers: 'office' | 'anywhere' | 'azure';
  readonly software: 'none' | 'python' | 'tools' | 'models';
  readonly cloud: Cloud;
  /** Whose network computes run in. */
  readonly network: 'own' | 'managed';
}

export type QuestionId = keyof Answers;

/** What was answered; every other question has its default. */
export type GivenAnswers = Partial<Answers>;

export const nodesOf: Readonly<Record<Answers['nodes'], number>> = {
  few: 5,
  some: 20,
  many: 100,
  'very-many': 500,
};

export const softwareOf: Readonly<Record<Answers['software'], readonly string[]>> = {
  none: [],
  python: ['conda', 'pip'],
  tools: ['conda', 'pip', 'r', 'vscode'],
  models: ['conda', 'pip', 'pytorch', 'huggingface'],
};
