import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class PersonDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ example: '210381********1234' })
  idNumberMasked: string;

  @ApiProperty({ enum: ['natural', 'legal', 'staff'] })
  kind: 'natural' | 'legal' | 'staff';
}

export class OrganisationDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  line: string | null;

  @ApiProperty({ enum: ['city', 'county', 'township', 'village'] })
  level: string;

  @ApiProperty({ type: String, nullable: true })
  region: string | null;
}

export class PostDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'window' })
  role: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: OrganisationDto })
  organisation: OrganisationDto;
}

export class SessionDto {
  @ApiProperty({ type: PersonDto })
  person: PersonDto;

  @ApiProperty({ type: [PostDto] })
  posts: PostDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: '当前岗位的编号；空为以申请人身份办事',
  })
  post: string | null;
}

export class ChoosePostDto {
  @ApiProperty({ type: String, nullable: true, description: '岗位编号；空为以申请人身份办事' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  post: string | null;
}

export class SignInQuery {
  @ApiProperty({ required: false, description: '登录后回到的站内地址' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  returnTo?: string;
}
