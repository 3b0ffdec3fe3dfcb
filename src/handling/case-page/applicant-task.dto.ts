/** What a case asks of its applicant. */
import { ApiProperty } from '@nestjs/swagger';

export class ApplicantOutcomeDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class MaterialToCorrectDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class FieldToCorrectDto {
  @ApiProperty()
  field: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: '须补正的内容' })
  note: string;
}

export class ApplicantTaskDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: '所属办件' })
  caseNumber: string;

  @ApiProperty()
  element: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'correct 补正、resubmit 预审退回、fill-gaps 容缺补齐 …',
  })
  act: string | null;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  form: string | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  formSchema: Record<string, unknown> | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  uiSchema: Record<string, unknown> | null;

  @ApiProperty({ type: [ApplicantOutcomeDto], description: '可以怎样答复' })
  outcomes: ApplicantOutcomeDto[];

  @ApiProperty({ type: String, nullable: true, description: '要求补正的人写的意见' })
  opinion: string | null;

  @ApiProperty({ type: [MaterialToCorrectDto] })
  materials: MaterialToCorrectDto[];

  @ApiProperty({ type: [FieldToCorrectDto] })
  fields: FieldToCorrectDto[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;
}
