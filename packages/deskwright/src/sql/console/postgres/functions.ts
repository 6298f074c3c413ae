/**
 * The functions of PostgreSQL that a console may call: pure ones, over their arguments. What is new is not allowed until it is named here.
 * Left out on purpose: all that reads files, settings, the catalogue, large objects or other sessions, that changes or waits for
 * something, and that runs text as SQL (`query_to_xml` and its like).
 */
const names = `
  abs acos acosd acosh age array_agg array_append array_cat array_dims array_length array_lower array_ndims array_position
  array_positions array_prepend array_remove array_replace array_reverse array_sort array_to_json array_to_string array_upper ascii
  asin asind asinh atan atan2 atan2d atand atanh avg bit_and bit_count bit_length bit_or bit_xor bool_and bool_or btrim cardinality
  cbrt ceil ceiling char_length character_length chr clock_timestamp coalesce concat concat_ws convert_from convert_to corr cos cosd
  cosh cot cotd count covar_pop covar_samp cume_dist date date_add date_bin date_part date_subtract date_trunc decode degrees
  dense_rank div encode erf erfc every exp extract factorial first_value float4 float8 floor format gamma gcd gen_random_uuid
  generate_series generate_subscripts get_bit get_byte greatest initcap int2 int4 int8 interval isempty isfinite json_agg
  json_array_elements json_array_elements_text json_array_length json_build_array json_build_object json_each json_each_text
  json_extract_path json_extract_path_text json_object json_object_agg json_object_keys json_strip_nulls json_typeof jsonb_agg
  jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text
  jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_agg jsonb_object_keys jsonb_path_exists
  jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first jsonb_pretty jsonb_set jsonb_strip_nulls
  jsonb_typeof justify_days justify_hours justify_interval lag last_value lcm lead least left length lgamma like_escape ln log log10
  lower lower_inc lower_inf lpad ltrim make_date make_interval make_time make_timestamp make_timestamptz max md5 min min_scale mod
  mode nth_value ntile normalize notlike now numeric num_nonnulls num_nulls nullif octet_length overlay parse_ident percent_rank
  percentile_cont percentile_disc pg_size_pretty pg_typeof pi position power quote_ident quote_literal quote_nullable radians random
  random_normal range_agg range_intersect_agg range_merge rank regexp_count regexp_instr regexp_like regexp_match regexp_matches
  regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr regr_avgx regr_avgy regr_count regr_intercept regr_r2
  regr_slope regr_sxx regr_sxy regr_syy repeat replace reverse right round row_number row_to_json rpad rtrim scale sha224 sha256
  sha384 sha512 sign similar_to_escape sin sind sinh split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp
  string_agg string_to_array string_to_table strpos substr substring sum tan tand tanh text timezone to_char to_date to_hex to_json
  to_jsonb to_number to_timestamp transaction_timestamp translate trim_array trim_scale trunc unistr unnest upper upper_inc upper_inf
  uuid_extract_timestamp uuid_extract_version uuidv4 uuidv7 var_pop var_samp variance width_bucket`

/** The functions that may stand in an expression or for a table. */
export const allowedFunctions: ReadonlySet<string> = new Set(names.trim().split(/\s+/))
