import { ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
import { badRequest } from '../errors.js';
import type { ProblemItem } from './problem.js';

/** What each rule of class-validator asks for, in Chinese. */
const RULES: Record<string, string> = {
  whitelistValidation: '不认识的字段，请删去',
  unknownValue: '内容的格式不正确',
  isString: '应为文字',
  isNotEmpty: '不能为空',
  minLength: '太短',
  maxLength: '太长',
  isUuid: '应为 UUID',
  isIso8601: '应为日期或时刻',
  isPlain: '应为文字、数字或是否',
  patternsByName: '应为名称和格式正确的内容',
  nestedValidation: '应为对象',
  arrayMinSize: '项目太少',
  isObject: '应为对象',
  isArray: '应为列表',
  arrayMaxSize: '项目太多',
  isIn: '不在可选的范围内',
  isEnum: '不在可选的范围内',
  isInt: '应为整数',
  isNumber: '应为数字',
  isBoolean: '应为是或否',
  isDateString: '应为日期',
  matches: '格式不正确',
  min: '太小',
  max: '太大',
};

/** Of what is wrong so much is told; the rest shows when that is mended. */
const MOST_TOLD = 50;

/** Of each field the first rule that it breaks; unknown fields are refused by name. */
const STRICT: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  stopAtFirstError: true,
};

/** A field as a JSON pointer, and what is wrong with it. */
export interface FieldFault extends ProblemItem {
  field: string;
}

function flatten(errors: ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = `${path}/${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({
      field,
      message: RULES[rule] ?? '不符合要求',
    }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** What is wrong with a value by the fields of its shape, as bodies are checked. */
export function shapeFaults(shape: new () => object, value: object): FieldFault[] {
  return flatten(validateSync(plainToInstance(shape, value), STRICT));
}

/** Checks every body, query and parameter against its DTO; unknown fields are refused by name. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    ...STRICT,
    transform: true,
    exceptionFactory: (errors) => {
      const items = flatten(errors);
      const first = items[0];
      return badRequest(
        'invalid-request',
        `请求内容有 ${items.length} 处不符合要求${first ? `：${first.field} ${first.message}` : ''}。请按提示修改后再提交。`,
        { errors: items.slice(0, MOST_TOLD) },
      );
    },
  });
}
