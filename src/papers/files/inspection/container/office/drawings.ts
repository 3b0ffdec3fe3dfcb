/** Pictures, shapes and slides that fetch or run something. */
import { activeContent, ELSEWHERE_LOADED } from '../markup.js';
import { attributeOf, type XmlRule } from '../xml-part.js';

const VML = 'urn:schemas-microsoft-com:vml';
/** A place on a disk is a trace of where the picture came from. */
const FROM_NETWORK = /^\s*(?:https?:|ftp:|\\\\|\/\/)/i;
/** Actions of slides that run something (ppaction). */
const RUNNING_ACTION = /^\s*ppaction:\/\/(?:program|macro|ole)/i;

/** @throws Refused `file-holds-active-content` */
export const drawingRule: XmlRule = {
  open(element) {
    const source = element.uri === VML ? attributeOf(element, 'src') : undefined;
    if (source !== undefined && FROM_NETWORK.test(source)) activeContent(ELSEWHERE_LOADED);
    if (RUNNING_ACTION.test(attributeOf(element, 'action') ?? '')) activeContent('运行程序的动作');
    if (element.local === 'OLEObject' && attributeOf(element, 'Type') === 'Link')
      activeContent(ELSEWHERE_LOADED);
  },
};
