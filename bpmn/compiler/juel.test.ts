import { JuelError, isJuel, translateJuel } from './juel.js';

describe('JUEL', () => {
  it.each([
    ['${approved}', 'approved'],
    ['#{amount > 100}', 'amount > 100'],
    ["${status == 'open'}", 'status = "open"'],
    ['${a != null && b}', 'a != null and b'],
    ['${a eq 1 or not b}', 'a = 1 or not(b)'],
    ['${!a.done}', 'not(a.done)'],
    ['${(a || b) && c}', '(a or b) and c'],
    ['${a - (b - c)}', 'a - (b - c)'],
    ['${a * -b % 3}', 'modulo(a * -b, 3)'],
    ['${person["last name"].length}', 'get value(person, "last name").length'],
    ['${list[0]}', 'list[1]'],
    ['${a ? 1 : 2}', 'if a then 1 else 2'],
    ['${empty list}', '(list = null or list = "" or list = [])'],
    [
      '${nrOfCompletedInstances / nrOfInstances ge 0.6}',
      'nrOfCompletedInstances / nrOfInstances >= 0.6',
    ],
    ["${'it\\'s \"so\"'}", '"it\'s \\"so\\""'],
  ])('%s is %s in FEEL', (juel, feel) => {
    expect(translateJuel(juel)).toBe(feel);
  });

  it.each([
    '${bean.method()}',
    "${execution.getVariable('x')}",
    '${a = 1}',
    '${a +}',
    '${}',
    '${(a}',
    '${list[i]}',
    '${a b}',
  ])('%s is refused', (juel) => {
    expect(() => translateJuel(juel)).toThrow(JuelError);
  });

  it('is told from plain text', () => {
    expect(isJuel(' ${a} ')).toBe(true);
    expect(isJuel('a ${b}')).toBe(false);
  });
});
