import { parseHostAndPort } from './host-and-port.js';

it('is one of IPv4, IPv6 or by name; what is none is told of by its setting', () => {
  expect(parseHostAndPort('A', '0.0.0.0:9464')).toEqual({ host: '0.0.0.0', port: 9464 });
  expect(parseHostAndPort('A', '[::]:9464')).toEqual({ host: '::', port: 9464 });
  expect(parseHostAndPort('A', 'localhost:1')).toEqual({ host: 'localhost', port: 1 });
  for (const wrong of ['9464', ':9464', 'localhost', 'localhost:99999'])
    expect(() => parseHostAndPort('A', wrong)).toThrow(`A=${wrong} 应为“主机:端口”`);
});
