/** 模拟: the engine itself plays the drawing; each act is a step of a script, which may be kept as a test. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkedScript, testOf, type Scene } from '../../../../bpmn/conformance/index.js';
import type { Finding } from '../../api/model.js';
import { ErrorNotice, Loading, Notice } from '../../shared/ui.js';
import type { KeptTest, KeptTests } from '../../shared/versions/kept-tests.js';
import { Tests } from '../../shared/versions/Tests.js';
import type { Tokens } from '../tokens.js';
import { Outside } from './Outside.js';
import './rehearsal.css';
import { useRehearsal, type Drawn } from './useRehearsal.js';
import { Values } from './Values.js';
import { valueText, variablesOf, type Typed } from './values.js';
import { Waiting } from './Waiting.js';

interface Props {
  process: string;
  drawn: Drawn;
  tests: KeptTests;
  findings: readonly Finding[] | null;
  onTokens: (tokens: Tokens | null) => void;
  onShow: (element: string) => void;
}

function tokensOf(scenes: readonly Scene[]): Tokens | null {
  const scene = scenes.at(-1);
  if (!scene) return null;
  const { active, passed, waiting } = scene;
  const trail = [...new Set(scenes.flatMap((one) => one.passed))];
  const count = (id: string) => waiting.filter(({ element }) => element === id).length;
  return { active: new Map(active.map((id) => [id, Math.max(1, count(id))])), passed, trail };
}

function Standing({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const known = Object.entries(scene.variables);
  return (
    <section>
      <h3>{t('rehearsal.variables')}</h3>
      {known.length === 0 && <p className="muted small">{t('rehearsal.none')}</p>}
      <dl className="rehearsal-variables">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{valueText(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export default function Rehearsal({ process, drawn, tests, findings, onTokens, onShow }: Props) {
  const { t } = useTranslation();
  const rehearsal = useRehearsal(process, drawn);
  const { scene, scenes, script, steps, verdict, act } = rehearsal;
  const [rows, setRows] = useState<Typed[]>([]);
  useEffect(() => onTokens(tokensOf(scenes)), [scenes, onTokens]);
  useEffect(() => () => onTokens(null), [onTokens]);
  const takeValues = () => {
    const values = variablesOf(rows);
    setRows([]);
    return Object.keys(values).length > 0 ? values : undefined;
  };
  const play = ({ script: kept }: KeptTest) => {
    try {
      rehearsal.load(checkedScript(JSON.parse(kept)));
    } catch {
      // Its finding says why it cannot be read.
    }
  };
  const stuck = verdict && !verdict.ok;
  return (
    <div className="rehearsal" data-testid="rehearsal">
      <div className="rehearsal-acts">
        <strong role="status">
          {t(scene?.ended ? 'rehearsal.ended' : 'rehearsal.step', { count: steps.length })}
        </strong>
        <Button size="small" disabled={steps.length === 0} onClick={rehearsal.back}>
          {t('rehearsal.back')}
        </Button>
        <Button
          size="small"
          data-testid="rehearse-anew"
          onClick={() => rehearsal.begin(takeValues() ?? {})}
        >
          {t('rehearsal.anew')}
        </Button>
      </div>
      <ErrorNotice error={rehearsal.error} />
      {!scene && rehearsal.busy && <Loading lines={3} />}
      {stuck && (
        <Notice tone="warning" testId="rehearsal-stuck">
          {t('rehearsal.stuck', { step: (verdict.step ?? 0) + 1 })}
        </Notice>
      )}
      {scene && (
        <>
          {scene.incidents.map(({ element, code }) => (
            <Notice key={`${element} ${code}`} tone="danger">
              {t('rehearsal.incident', { element, code })}
            </Notice>
          ))}
          {scene.waiting.length > 0 && (
            <section>
              <h3>{t('rehearsal.waiting')}</h3>
              <ul className="rehearsal-list">
                {scene.waiting.map((waits) => (
                  <Waiting
                    key={`${steps.length} ${waits.element} ${waits.index ?? ''}`}
                    onAct={act}
                    {...{ waits, onShow, takeValues }}
                  />
                ))}
              </ul>
            </section>
          )}
          {!scene.ended && <Outside scene={scene} onAct={act} takeValues={takeValues} />}
          <section>
            <h3>{t('rehearsal.values')}</h3>
            <p className="muted small">{t('rehearsal.values-why')}</p>
            <Values rows={rows} onChange={setRows} />
            <Button
              size="small"
              disabled={scene.ended || Object.keys(variablesOf(rows)).length === 0}
              onClick={() => act({ set: takeValues() ?? {} })}
            >
              {t('rehearsal.set')}
            </Button>
          </section>
          <Standing scene={scene} />
        </>
      )}
      <Tests
        tests={tests.all()}
        findings={findings}
        seen={script && scene && verdict?.ok && !rehearsal.busy ? testOf(script, scenes) : null}
        onKeep={tests.keep}
        onDrop={tests.drop}
        onPlay={play}
      />
    </div>
  );
}
