"""Reads copies with boto3, by the s3:// addresses that Lenticular hands out: byte for byte what was put there.

Usage: s3_read.py ENDPOINT JSON, where JSON is a list of [address, the bytes in hexadecimal].
"""

import json
import sys

import boto3


def main(endpoint, copies):
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="any",
    )
    for address, wanted in copies:
        # As clients do it: an address is not decoded.
        scheme, _, bucket, key = address.split("/", 3)
        assert scheme == "s3:", address
        got = client.get_object(Bucket=bucket, Key=key)["Body"].read()
        assert got == bytes.fromhex(wanted), (address, got)
    print(len(copies), "copies read")


main(sys.argv[1], json.loads(sys.argv[2]))
