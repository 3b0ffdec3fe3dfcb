const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The smallest decision one can begin with: a table of one input, one output and one rule. */
export function newDecisionXml(id: string, name: string): string {
  const code = id.replaceAll('-', '_');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="${code}_definitions" name="${escape(name)}" namespace="urn:onestop:decisions">
  <decision id="${code}" name="${escape(name)}">
    <decisionTable id="${code}_table">
      <input id="${code}_input" label="输入"><inputExpression id="${code}_expression" typeRef="number"><text>输入</text></inputExpression></input>
      <output id="${code}_output" label="输出" name="value" typeRef="string" />
      <rule id="${code}_rule"><inputEntry id="${code}_test"><text>&gt; 0</text></inputEntry><outputEntry id="${code}_value"><text>"结果"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="diagram">
      <dmndi:DMNShape id="${code}_shape" dmnElementRef="${code}"><dc:Bounds x="160" y="100" width="180" height="80" /></dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}

/** Name of the decisions in a file, and a code for them; null when there are none. */
export function decisionsIn(xml: string): { id: string; name: string } | null {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  if (file.querySelector('parsererror')) return null;
  const decision = file.getElementsByTagNameNS('*', 'decision')[0];
  if (!decision || file.documentElement.localName !== 'definitions') return null;
  const id = (decision.getAttribute('id') ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const code =
    id
      .replace(/^[^a-z]+/, '')
      .replace(/-$/, '')
      .slice(0, 64) || 'decision';
  return { id: code, name: file.documentElement.getAttribute('name') ?? code };
}
