"""Reports for the steering group and for everybody: protected, checked, and kept in a ledger.

    request = read_request(store, Asked(Profile.STEERING, month))
    protected = protect_request(request, watch=...)
    write_release(store, protected)

docs/decisions/0013-reports-for-the-outside.md tells why they are made like this.
"""
