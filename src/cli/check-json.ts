import { type Design, findResource, goalsOf, type ResourceId } from '#model';
import { type CheckResult, explained } from '#rules';
import type { OpenedDesign } from './open-design.ts';

/** Names of resources as people know them, in the order given. */
export const namesAt = (design: Design, ids: readonly ResourceId[]): readonly string[] =>
  ids.map((id) => findResource(design, id)?.name ?? id);

/** Azure resource ids where there are any, else the design's own. */
const idsAt = (design: Design, ids: readonly ResourceId[]): readonly string[] =>
  ids.map((id) => findResource(design, id)?.azureId ?? id);

/** Goals by the names that `--goal` takes. */
export const namedGoals = (design: Design) => {
  const goals = goalsOf(design);
  return {
    workspace: goals.workspace,
    'exfiltration-prevention': goals.exfiltrationPrevention,
    'internet-outbound': goals.internetOutbound,
    cloud: goals.cloud,
    software: goals.software,
  };
};

/** The name that `--goal` takes, by the goal's own. */
export const goalNames: Readonly<Record<string, string>> = {
  exfiltrationPrevention: 'exfiltration-prevention',
  internetOutbound: 'internet-outbound',
};

/** The one object that `check --format json` prints. */
export const checkJson = ({ design, notes }: OpenedDesign, result: CheckResult): string => {
  const report = {
    design: design.name,
    goals: namedGoals(design),
    summary: result.summary,
    findings: result.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      verdict: finding.verdict,
      at: namesAt(design, finding.at),
      ids: idsAt(design, finding.at),
      text: finding.text,
      why: explained(finding).why,
      remedy: finding.remedy,
      accepted: finding.accepted ?? null,
      fixes: finding.fixes.map(({ title }) => title),
      evidence: finding.evidence,
      sources: explained(finding).sources,
      ...(finding.explanation?.references ? { references: finding.explanation.references } : {}),
    })),
    passed: result.passed.map(({ rule, at, evidence }) => ({ rule, at: namesAt(design, at), evidence })),
    notes,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
